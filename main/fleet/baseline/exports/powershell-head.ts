import { SYSTEM_ADMINISTRATOR_PROFILE } from '../../../dataverse/system-administrator.ts';

/** What comes before the calls of a PowerShell export: signs in by Az, talks to the Web API, changes nothing that is so already. */
export const POWERSHELL_HEAD = String.raw`#Requires -Version 5.1
# Application users as a baseline says, for PowerShell with the module Az.Accounts. It holds no secret.
#
#   Install-Module Az.Accounts; Connect-AzAccount -Tenant <tenant id>   (-Environment AzureUSGovernment or AzureChinaCloud there)
#   ./baseline.ps1 -WhatIf    shows what it would do
#   ./baseline.ps1            does it
[CmdletBinding(SupportsShouldProcess = $true)]
param()
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

function Invoke-Dataverse {
    param([string]$Method, [string]$Url, $Body)
    $origin = ([uri]$Url).GetLeftPart([System.UriPartial]::Authority)
    $token = (Get-AzAccessToken -ResourceUrl $origin).Token
    if ($token -is [securestring]) { $token = [System.Net.NetworkCredential]::new('', $token).Password }
    $call = @{
        Method  = $Method
        Uri     = $Url
        Headers = @{ Authorization = 'Bearer ' + $token; Accept = 'application/json'; 'OData-MaxVersion' = '4.0'; 'OData-Version' = '4.0' }
    }
    if ($null -ne $Body) {
        $call.ContentType = 'application/json; charset=utf-8'
        $call.Body = [System.Text.Encoding]::UTF8.GetBytes(($Body | ConvertTo-Json -Depth 5))
    }
    Invoke-RestMethod @call
}

function Get-DataverseRow {
    param([string]$Api, [string]$Set, [string]$Select, [string]$Filter)
    $url = $Api + $Set + '?$select=' + $Select
    if ($Filter) { $url = $url + '&$filter=' + [uri]::EscapeDataString($Filter) }
    while ($url) {
        $page = Invoke-Dataverse -Method Get -Url $url
        $page.value
        $next = $page.PSObject.Properties['@odata.nextLink']
        $url = if ($null -eq $next) { $null } else { $next.Value }
    }
}

function ConvertTo-ODataText {
    param([string]$Text)
    "'" + $Text.Replace("'", "''") + "'"
}

function Get-OnlyRow {
    param([string]$Api, [string]$Set, [string]$Select, [string]$Filter, [string]$What)
    $rows = @(Get-DataverseRow -Api $Api -Set $Set -Select $Select -Filter $Filter)
    if ($rows.Count -ne 1) { throw ('{0}: {1} of them in {2}' -f $What, $rows.Count, $Api) }
    $rows[0]
}

function Set-Membership {
    param([string]$Api, [string]$UserId, [string]$Navigation, [string]$Set, [string]$Key, [string[]]$Names, [bool]$Exactly, [string]$Filter, [string]$HeldFilter)
    $path = 'systemusers({0})/{1}' -f $UserId, $Navigation
    $held = @(Get-DataverseRow -Api $Api -Set $path -Select ($Key + ',name') -Filter $HeldFilter)
    foreach ($name in $Names) {
        if (@($held | Where-Object { $_.name -eq $name }).Count -gt 0) { continue }
        $row = Get-OnlyRow -Api $Api -Set $Set -Select ($Key + ',name') -Filter ($Filter + 'name eq ' + (ConvertTo-ODataText $name)) -What $name
        if ($PSCmdlet.ShouldProcess($Api, 'Add ' + $name)) {
            $reference = @{ '@odata.id' = '{0}{1}({2})' -f $Api, $Set, $row.$Key }
            $null = Invoke-Dataverse -Method Post -Url ($Api + $path + '/$ref') -Body $reference
        }
    }
    if (-not $Exactly) { return }
    foreach ($row in $held) {
        if ($Names -contains $row.name) { continue }
        if ($PSCmdlet.ShouldProcess($Api, 'Remove ' + $row.name)) {
            $null = Invoke-Dataverse -Method Delete -Url ('{0}{1}({2})/$ref' -f $Api, $path, $row.$Key)
        }
    }
}

function Set-ApplicationUser {
    [CmdletBinding(SupportsShouldProcess = $true)]
    param(
        [string]$Environment, [string]$ClientId, [bool]$Present = $true, $Enabled, [switch]$RootBusinessUnit, [string]$BusinessUnit,
        [string[]]$Roles, [bool]$RolesExactly, [string[]]$Teams, [bool]$TeamsExactly,
        [string[]]$Profiles, [bool]$ProfilesExactly
    )
    $api = $Environment + '/api/data/v9.2/'
    $columns = 'systemuserid,isdisabled,_businessunitid_value'
    $live = 'deletedstate eq 0 and applicationid eq ' + $ClientId
    $found = @(Get-DataverseRow -Api $api -Set 'systemusers' -Select $columns -Filter $live)
    if ($found.Count -gt 1) { throw ('{0} has {1} application users in {2}' -f $ClientId, $found.Count, $Environment) }
    if (-not $Present) {
        foreach ($user in $found) {
            if (-not $PSCmdlet.ShouldProcess($Environment, 'Delete the application user of ' + $ClientId)) { continue }
            $path = '{0}systemusers({1})' -f $api, $user.systemuserid
            if (-not $user.isdisabled) { $null = Invoke-Dataverse -Method Patch -Url $path -Body @{ isdisabled = $true; applicationid = $ClientId } }
            $null = Invoke-Dataverse -Method Delete -Url $path
        }
        return
    }
    $unit = $null
    if ($BusinessUnit) {
        $unit = Get-OnlyRow -Api $api -Set 'businessunits' -Select 'businessunitid,name' -Filter ('name eq ' + (ConvertTo-ODataText $BusinessUnit)) -What $BusinessUnit
    } elseif ($RootBusinessUnit -or $found.Count -eq 0) {
        $unit = Get-OnlyRow -Api $api -Set 'businessunits' -Select 'businessunitid,name' -Filter 'parentbusinessunitid eq null' -What 'Root business unit'
    }
    if ($found.Count -eq 0) {
        if (-not $PSCmdlet.ShouldProcess($Environment, 'Create the application user of ' + $ClientId)) { return }
        $null = Invoke-Dataverse -Method Post -Url ($api + 'systemusers') -Body @{
            applicationid = $ClientId; accessmode = 4; isdisabled = $false
            'businessunitid@odata.bind' = '/businessunits({0})' -f $unit.businessunitid
        }
        $found = @(Get-DataverseRow -Api $api -Set 'systemusers' -Select $columns -Filter $live)
    }
    $user = $found[0]
    $path = '{0}systemusers({1})' -f $api, $user.systemuserid
    $unitId = $user._businessunitid_value
    $before = @()
    if ($null -ne $unit -and $unit.businessunitid -ne $unitId) {
        # Dataverse takes all roles away with the business unit unless the environment says otherwise; they come back below.
        $before = @(Get-DataverseRow -Api $api -Set ('systemusers({0})/systemuserroles_association' -f $user.systemuserid) -Select 'roleid,name' | ForEach-Object { $_.name })
        if ($PSCmdlet.ShouldProcess($Environment, 'Move the application user of ' + $ClientId + ' to ' + $unit.name)) {
            $null = Invoke-Dataverse -Method Patch -Url $path -Body @{ 'businessunitid@odata.bind' = '/businessunits({0})' -f $unit.businessunitid }
        }
        $unitId = $unit.businessunitid
    }
    if ($null -ne $Roles) {
        Set-Membership -Api $api -UserId $user.systemuserid -Navigation 'systemuserroles_association' -Set 'roles' -Key 'roleid' -Names $Roles -Exactly $RolesExactly -Filter ('_businessunitid_value eq {0} and ' -f $unitId)
    }
    if ($before.Count -gt 0 -and -not $RolesExactly) {
        Set-Membership -Api $api -UserId $user.systemuserid -Navigation 'systemuserroles_association' -Set 'roles' -Key 'roleid' -Names $before -Exactly $false -Filter ('_businessunitid_value eq {0} and ' -f $unitId)
    }
    if ($null -ne $Teams) {
        Set-Membership -Api $api -UserId $user.systemuserid -Navigation 'teammembership_association' -Set 'teams' -Key 'teamid' -Names $Teams -Exactly $TeamsExactly -HeldFilter 'isdefault eq false and (teamtype eq 0 or teamtype eq 1)'
    }
    if ($null -ne $Profiles) {
        Set-Membership -Api $api -UserId $user.systemuserid -Navigation 'systemuserprofiles_association' -Set 'fieldsecurityprofiles' -Key 'fieldsecurityprofileid' -Names $Profiles -Exactly $ProfilesExactly -HeldFilter 'fieldsecurityprofileid ne ${SYSTEM_ADMINISTRATOR_PROFILE}'
    }
    if ($null -ne $Enabled -and $user.isdisabled -eq $Enabled -and $PSCmdlet.ShouldProcess($Environment, 'Set enabled of ' + $ClientId + ' to ' + $Enabled)) {
        $null = Invoke-Dataverse -Method Patch -Url $path -Body @{ isdisabled = -not $Enabled; applicationid = $ClientId }
    }
}
`;
